using FineTune.Core.Manifest.Grading;

namespace FineTune.Core.Scoring;

/// <summary>Reckons one reward of those of other graders.</summary>
/// <param name="Graders">The others by name.</param>
/// <param name="Formula">What to reckon.</param>
internal sealed record MultiGrader(IReadOnlyDictionary<string, Grader> Graders, string Formula) : Grader
{
    public override Grade Score(GradedAnswer answer)
    {
        var grades = Graders.ToDictionary(grader => grader.Key, grader => grader.Value.Score(answer));
        var rewards = grades.ToDictionary(grade => grade.Key, grade => grade.Value.Reward);
        var fault = grades.Values.Select(grade => grade.Fault).FirstOrDefault(found => found != GradeFault.None);
        return fault != GradeFault.None ? new Grade(0, fault, rewards)
            : GraderFormula.ValueOf(Formula, rewards) is not { } reward ? new Grade(0, GradeFault.Formula, rewards)
            : double.IsFinite(reward) ? new Grade(reward, GradeFault.None, rewards)
            : new Grade(0, GradeFault.NotFinite, rewards);
    }
}
