namespace FineTune.Core.Manifest;

/// <summary>How a provider is spoken to.</summary>
internal enum ProviderKind
{
    /// <summary>OpenAI itself.</summary>
    OpenAI,

    /// <summary>Azure OpenAI / Microsoft Foundry.</summary>
    Azure,

    /// <summary>Another host with OpenAI's API.</summary>
    OpenAICompatible,

    /// <summary>A command on this machine.</summary>
    Exec,

    /// <summary>The local emulator.</summary>
    Emulator,
}
