using FineTune.Core.Catalog;
using FineTune.Core.Manifest;

namespace FineTune.Core.Identity;

/// <summary>The words that manifest and lock have for kinds and methods.</summary>
internal static class ApiNames
{
    /// <summary>For example <c>openai_compatible</c>.</summary>
    public static string Of(ProviderKind kind) => kind switch
    {
        ProviderKind.OpenAI => "openai",
        ProviderKind.Azure => "azure",
        ProviderKind.OpenAICompatible => "openai_compatible",
        ProviderKind.Exec => "exec",
        ProviderKind.Emulator => "emulator",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>For example <c>supervised</c>.</summary>
    public static string Of(TuningMethod method) => method switch
    {
        TuningMethod.Supervised => "supervised",
        TuningMethod.Dpo => "dpo",
        TuningMethod.Reinforcement => "reinforcement",
        TuningMethod.Completion => "completion",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };
}
