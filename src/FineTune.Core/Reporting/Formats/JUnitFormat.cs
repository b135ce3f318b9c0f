using System.Text;
using System.Xml;
using FineTune.Core.Findings;

namespace FineTune.Core.Reporting.Formats;

/// <summary>JUnit XML: a suite for each file, a failed case for each error, a skipped one for what only warns, a passed one for a file without findings.</summary>
internal sealed class JUnitFormat : IReportFormat
{
    public string Name => "junit";

    public bool IsDocument => true;

    public void Write(ReportContent content, TextWriter output)
    {
        var byPath = content.Lint.Findings.GroupBy(finding => finding.Path).ToDictionary(group => group.Key, group => group.ToArray());
        var paths = content.Lint.Findings.Select(finding => finding.Path)
            .Concat(content.Lint.Datasets.SelectMany(dataset => dataset.Files).Select(file => file.Path))
            .Distinct();
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using var xml = XmlWriter.Create(output, new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
            CloseOutput = false,
        });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "finetune lint");
        WriteCounts(xml, content.Lint.Findings);
        foreach (var path in paths)
        {
            WriteSuite(xml, content, path, byPath.GetValueOrDefault(path) ?? []);
        }
        xml.WriteEndElement();
        xml.Flush();
        output.Write('\n');
    }

    private static void WriteSuite(XmlWriter xml, ReportContent content, string path, Finding[] findings)
    {
        var name = Clean(content.Show(path));
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", name);
        WriteCounts(xml, findings);
        foreach (var finding in findings)
        {
            WriteCase(xml, name, finding);
        }
        if (findings.Length == 0)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", name);
            xml.WriteAttributeString("name", "no findings");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, string path, Finding finding)
    {
        var start = finding.Range.Start;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", path);
        xml.WriteAttributeString("name", $"{finding.Code} at {start.Line}:{start.Column}");
        xml.WriteAttributeString("file", path);
        xml.WriteAttributeString("line", XmlConvert.ToString(start.Line));
        xml.WriteStartElement(finding.Severity is Severity.Error ? "failure" : "skipped");
        if (finding.Severity is Severity.Error)
        {
            xml.WriteAttributeString("type", finding.Code);
        }
        xml.WriteAttributeString("message", Clean($"{finding.Severity.Name()} {finding.Code}: {finding.Message}"));
        xml.WriteString(Clean($"{path}:{start.Line}:{start.Column}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<Finding> findings)
    {
        var failures = findings.Count(finding => finding.Severity is Severity.Error);
        xml.WriteAttributeString("tests", XmlConvert.ToString(Math.Max(1, findings.Count)));
        xml.WriteAttributeString("failures", XmlConvert.ToString(failures));
        xml.WriteAttributeString("skipped", XmlConvert.ToString(findings.Count - failures));
    }

    // XML 1.0 has no way to write these at all.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            _ = char.IsSurrogate(text[i]) || XmlConvert.IsXmlChar(text[i])
                ? clean.Append(text[i])
                : clean.Append("\\u").Append(((int)text[i]).ToString("x4"));
        }
        return clean.ToString();
    }
}
