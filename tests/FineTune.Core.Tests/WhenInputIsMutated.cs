using FineTune.Fuzz;

namespace FineTune.Core.Tests;

/// <summary>A few of the inputs that tests/FineTune.Fuzz makes by the million.</summary>
public class WhenInputIsMutated
{
    public static TheoryData<string, byte[]> Found => new()
    {
        { "dataset", [0xF4] },
        { "dataset", """{"messages": [], "tools": [{"type": "function", "function": {"name": "f", "parameters": {"properties": {"a": {"maxLength": "\ud800"}}}}}]}"""u8.ToArray() },
        { "dataset", """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"id": "c", "type": "function", "function": {"name": "f", "arguments": "{\"a\": \"\\udc00\"}"}}]}], "tools": [{"type": "function", "function": {"name": "f", "parameters": {"properties": {"a": {"enum": ["\ud800"]}}}}}]}"""u8.ToArray() },
        { "lock", """{"project": "0123456789abcdef0123456789abcdef", "version": 1}"""u8.ToArray() },
        { "lock", [.. "{\"version\": 1, \"project\": n"u8, .. Enumerable.Repeat((byte)'x', 5000)] },
        { "profile", "[]"u8.ToArray() },
        { "profile", "null"u8.ToArray() },
        { "profile", """{"extends": "generic", "name": "a", "name": "b"}"""u8.ToArray() },
        { "profile", """{"extends": 1}"""u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void WhatWasFoundOnceStaysMended(string target, byte[] input) => Should.NotThrow(() => FuzzTargets.Find(target)!.Run(input));

    [Theory]
    [InlineData("dataset", 6_000)]
    [InlineData("fix", 1_000)]
    [InlineData("manifest", 500)]
    [InlineData("lock", 2_000)]
    [InlineData("profile", 300)]
    [InlineData("baseline", 2_000)]
    public void EachReaderEndsAsItShould(string target, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("finetune-fuzz-").FullName;
        using var session = new FuzzSession(FuzzTargets.Find(target)!, seed: 20261122, folder);

        session.Run(runs).ShouldBeNull();

        Directory.Delete(folder, recursive: true);
    }
}
