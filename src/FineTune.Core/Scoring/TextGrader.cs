namespace FineTune.Core.Scoring;

/// <summary>Compares two texts, which are made of templates.</summary>
internal abstract record TextGrader(string Input, string Reference) : Grader
{
    public sealed override Grade Score(GradedAnswer answer)
    {
        var template = new TemplateText(answer);
        var input = template.Render(Input);
        var reference = template.Render(Reference);
        return template.Fault == GradeFault.None ? Grade.Of(Compare(input, reference)) : Grade.Of(template.Fault);
    }

    protected abstract double Compare(string input, string reference);
}
