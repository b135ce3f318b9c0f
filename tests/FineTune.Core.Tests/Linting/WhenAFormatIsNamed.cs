namespace FineTune.Core.Tests.Linting;

/// <summary>Somebody's format is named only where the values have its shape; otherwise the keys are.</summary>
public class WhenAFormatIsNamed
{
    private const string Trl = "the data is in TRL's preference format (\"chosen\", \"rejected\")";

    [Theory]
    [InlineData("""{"prompt": "How many?", "chosen": "Four.", "rejected": "Some."}""", Trl)]
    [InlineData("""{"chosen": [{"role": "assistant", "content": "Four."}], "rejected": [{"role": "assistant", "content": "Some."}]}""", Trl)]
    [InlineData("""{"prompt": {"text": "How many?"}, "chosen": {"text": "Four."}, "rejected": {"text": "Some."}}""", "the data is a preference example with the keys \"prompt\", \"chosen\", \"rejected\"")]
    [InlineData("""{"messages": [{"role": "user", "content": "How many?"}], "chosen": {"role": "assistant", "content": "Four."}, "rejected": {"role": "assistant", "content": "Some."}}""", "the data is a preference example with the keys \"messages\", \"chosen\", \"rejected\"")]
    [InlineData("""{"prompt": "How many?", "chosen": 4, "rejected": 5}""", "the data is a preference example with the keys \"prompt\", \"chosen\", \"rejected\"")]
    public void ItIsWhatTheValuesSay(string line, string name)
    {
        using var dataset = new Dataset(line) { Profile = "openai" };

        dataset.Findings().Single().Message.ShouldStartWith(name);
    }

    [Fact]
    public void AKeyIsNamedAsItStandsInTheFile()
    {
        using var dataset = new Dataset("""{"prompt": {"text": "How many?"}, "chosen": "Four.", "rejected": "Some."}""") { Profile = "trl" };

        dataset.Findings().Single().Message.ShouldBe("\"prompt\" is an object; it must be a list of messages");
    }

    [Fact]
    public void TheV1FormIsNamedOnceALineAtHostsThatDoNotReadIt()
    {
        using var dataset = new Dataset("""{"messages": [{"role": "user", "content": [{"type": "text", "value": "How many?"}]}, {"role": "assistant", "content": "Four."}]}""") { Profile = "openai" };

        dataset.Findings().Single().Message.ShouldStartWith("the content part has \"value\", as LLaMA-Factory's v1 format has it");
    }
}
