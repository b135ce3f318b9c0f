using System.Text;
using System.Text.Json.Nodes;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Contracts;

/// <summary>A contract as a file beside the lock: the members that it has in a lock.</summary>
internal static class ContractText
{
    /// <summary>The bytes; the same for the same contract.</summary>
    public static byte[] Of(Contract contract)
    {
        var json = new JsonObject();
        foreach (var (name, value) in new[] { ("system_prompt", contract.SystemPrompt), ("tools", contract.Tools), ("response_format", contract.ResponseFormat) })
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }
        return Encoding.UTF8.GetBytes(CanonicalJson.Indented(json));
    }
}
