using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Core.Tests.Lockfile;

/// <summary>A lock comes with the repository: what it holds goes into headers, file names, requests and logs.</summary>
public sealed class WhenALockIsNotTrusted
{
    private const string Versions = "models/support-bot/versions/0/";
    private const string Attempts = "models/support-bot/attempts/0/";

    public static TheoryData<string, string> Members()
    {
        var data = new TheoryData<string, string>();
        foreach (var id in new[] { Versions + "model", Versions + "job_id", Versions + "deployment", Versions + "training/file_id", Versions + "checkpoints/0/model", Attempts + "job_id", Attempts + "training/file_id", Attempts + "training/upload/id", Attempts + "training/upload/parts/0" })
        {
            foreach (var value in new[] { "x\n::error::planted", "\u001b[31mx", "##vso[task.complete]", "x\r\nX-Evil: y", "../../x", "a/../../x", "", "a b", new string('x', 257) })
            {
                // A part that has not been sent is empty.
                if (value.Length > 0 || !id.Contains("parts", StringComparison.Ordinal))
                {
                    data.Add(id, value);
                }
            }
        }
        foreach (var value in new[] { "x", "", "/../../../tmp/x", "0123456789abcdef0123456789abcde\n", "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef\r\nX-Evil: y0123" })
        {
            data.Add("project", value);
        }
        foreach (var value in new[] { "\u001b[31m", "main", "::error::", new string('a', 39) })
        {
            data.Add(Versions + "commit", value);
        }
        foreach (var value in new[] { "/etc/passwd", "", "data\n.jsonl", @"data\train.jsonl", "C:/data/train.jsonl" })
        {
            data.Add(Versions + "training/sources/0/path", value);
        }
        foreach (var value in new[] { "x", "file:///etc/passwd", "https://example.com/\n::error::", "javascript:alert(1)" })
        {
            data.Add(Versions + "provider/endpoint", value);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void AValueThatTheToolNeverWroteIsAFindingAtItsPlace(string path, string value)
    {
        var name = path.Split('/')[^1];
        var json = Json();
        Set(json, path, value);

        var reading = LockReader.Read("/lock.json", System.Text.Encoding.UTF8.GetBytes(json.ToJsonString(new() { WriteIndented = true })));

        var finding = reading.Findings.ShouldHaveSingleItem();
        reading.Lock.ShouldBeNull();
        finding.Code.ShouldBe("FT7004");
        finding.Message.ShouldStartWith(name == "0" ? "a part is \"" : $"\"{name}\" is \"");
        finding.Message.ShouldContain("it must be ");
        finding.Range.Start.Line.ShouldBeGreaterThan(1);
        (finding.Message.Any(char.IsControl) || finding.Message.Contains("::", StringComparison.Ordinal) || finding.Message.Contains("##vso[", StringComparison.Ordinal)).ShouldBeFalse();
    }

    [Fact]
    public void WhatTheToolWritesIsTaken()
    {
        var json = Json();
        Set(json, Versions + "provider/endpoint", "https://contoso.openai.azure.com/");
        Set(json, Versions + "training/sources/0/path", "../shared/träin 1.jsonl");
        Set(json, Versions + "commit", new string('a', 64));

        // The endpoint is part of the digest.
        LockReader.Read("/lock.json", System.Text.Encoding.UTF8.GetBytes(json.ToJsonString())).Findings.ShouldHaveSingleItem().Message.ShouldStartWith("\"digest\" does not fit");
    }

    [Fact]
    public void ALinkOutOfTheRepositoryIsNotFollowed()
    {
        using var inside = new TempFolder();
        using var outside = new TempFolder();
        Directory.CreateDirectory(inside.File(".git"));
        File.CreateSymbolicLink(inside.File("finetune.lock.json"), outside.Write("secret.json", "{\"planted\": 1}"));

        var finding = LockReader.Read(inside.File("finetune.lock.json")).Findings.ShouldHaveSingleItem();

        finding.Message.ShouldStartWith("the lock leaves the repository");
        finding.Severity.ShouldBe(Severity.Error);
    }

    private static JsonNode Json()
    {
        var locked = Sample.Full();
        var entry = locked.Models["support-bot"];
        var begun = entry.Attempts[0] with { Training = entry.Attempts[0].Training with { Upload = new LockedUpload("upload_1", 1000, ["part_1"]) } };
        var deployed = entry.Versions[0] with { Deployment = "support-bot" };
        return JsonNode.Parse(LockText.Of(LockEdit.Change(locked, "support-bot", model => model with { Attempts = [begun], Versions = [deployed, .. model.Versions.Skip(1)] })))!;
    }

    private static void Set(JsonNode root, string path, string value)
    {
        var parts = path.Split('/');
        var node = parts[..^1].Aggregate(root, (at, part) => at is JsonArray list ? list[int.Parse(part)]! : at[part]!);
        _ = node is JsonArray items ? items[int.Parse(parts[^1])] = value : node[parts[^1]] = value;
    }
}
