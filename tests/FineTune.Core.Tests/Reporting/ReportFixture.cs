using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Formats;

namespace FineTune.Core.Tests.Reporting;

/// <summary>A small repository in a temp folder, and reports about it.</summary>
public sealed class ReportFixture : IDisposable
{
    public ReportFixture()
    {
        Folder = Directory.CreateTempSubdirectory("finetune-report-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "data"));
        Train = Write("data/train.jsonl",
            """{"messages": [{"role": "system", "content": "You help."}, {"role": "user", "content": "Hello"}, {"role": "asistant", "content": "Hi, what can I do for you today? I can look up orders, change addresses and answer questions."}]}""" + "\n"
            + """{"messages": [{"role": "user", "content": "日本語 👋"}, {"role": "bot", "content": "x"}]}""" + "\n");
        Valid = Write("data/valid.jsonl", """{"messages": []}""" + "\n");
    }

    public string Folder { get; }

    public string Train { get; }

    public string Valid { get; }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public ReportContent Three() => Content(
        new Finding("FT2009", Severity.Error, Train, Range(1, 104, 114), "role is \"asistant\"; it must be system, user, assistant or tool (did you mean \"assistant\"?)") { Example = "3f9a1c0d2e4b" },
        new Finding("FT2009", Severity.Error, Train, Range(2, 62, 67), "role is \"bot\"; it must be system, user, assistant or tool") { Example = "77aa1c0d2e4b" },
        new Finding("FT4001", Severity.Warning, Valid, Range(1, 1, 17), "the same example as line 7") { Example = "0011223344ff" },
        new Finding("FT3002", Severity.Info, Valid, TextRange.FileStart, "1 example; 50 or more are usual"));

    public ReportContent Content(params Finding[] findings) => new()
    {
        Lint = new LintReport { Findings = findings, Datasets = [Dataset("bot", DatasetRole.Training, Train), Dataset("bot", DatasetRole.Validation, Valid)] },
        Folder = Folder,
        FindRule = code => code == "FT2009" ? new Rule("FT2009", "role-unknown", Severity.Error, "A message has a role that the host does not know") : null,
        FindHelp = code => code == "FT2009" ? "# FT2009\n" : null,
        Version = "1.2.3",
    };

    public static TextRange Range(int line, int start, int end) => new(new(line, start), new(line, end));

    public static string Written(ReportContent content, string format) => Written(content, ReportFormats.Find(format)!);

    public static string Written(ReportContent content, IReportFormat format)
    {
        using var output = new StringWriter();
        format.Write(content, output);
        return output.ToString();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static DatasetReport Dataset(string model, DatasetRole role, string path) => new()
    {
        Model = model,
        Role = role,
        Profile = "openai",
        Method = TuningMethod.Supervised,
        Files = [new DataFileReport { Path = path, Bytes = new FileInfo(path).Length, UploadBytes = new FileInfo(path).Length, Examples = File.ReadAllLines(path).Length }],
    };
}
