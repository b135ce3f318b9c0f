namespace FineTune.Tool.Tests;

/// <summary>What a run of the tool left behind.</summary>
public sealed record ToolRun(int ExitCode, string Output, string Error);
