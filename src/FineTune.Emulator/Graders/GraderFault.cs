using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Core.Manifest.Grading;

namespace FineTune.Emulator.Graders;

/// <summary>What is wrong with a grader that a client sent.</summary>
internal static class GraderFault
{
    /// <summary>The message; null where nothing is wrong.</summary>
    public static string? Of(JsonElement grader, Profile profile) =>
        GraderJson.FaultOf(grader, profile) is { } fault ? $"Invalid grader: {fault}." : null;
}
