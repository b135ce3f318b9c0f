namespace FineTune.Core.Reporting;

/// <summary>One way to write down what came of linting.</summary>
public interface IReportFormat
{
    /// <summary>Its name on the command line, for example <c>sarif</c>.</summary>
    public string Name { get; }

    /// <summary>Whether the output is one document that nothing else may be mixed with, as JSON is.</summary>
    public bool IsDocument { get; }

    /// <summary>Writes the report, with LF line ends.</summary>
    /// <param name="content">What came of linting, and what the format needs to tell it.</param>
    /// <param name="output">Where to write.</param>
    public void Write(ReportContent content, TextWriter output);
}
