namespace FineTune.Tool.Tests.Ci;

/// <summary>Runs git in a folder, and gives what it printed.</summary>
internal delegate string GitCall(params string[] arguments);
