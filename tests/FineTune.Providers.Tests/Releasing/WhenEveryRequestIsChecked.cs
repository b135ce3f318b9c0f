using System.Text.Json.Nodes;
using FineTune.Core.Manifest;
using FineTune.Emulator.Tests.Contract;
using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Releasing.Pruning;
using FineTune.Providers.Tests.Stub;
using Xunit.Abstractions;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>What we send, held against OpenAI's own description of its API, where this machine has it.</summary>
public sealed class WhenEveryRequestIsChecked(ITestOutputHelper output) : IDisposable
{
    private readonly StubProvider provider = new();

    public void Dispose() => provider.Dispose();

    [SharedFact(ApiDescription.Place)]
    public async Task EachFitsItsDescription()
    {
        var description = ApiDescription.Load();
        foreach (var model in Models())
        {
            await ReleaseAsync(model);
        }
        await WorkAsync();

        var requests = provider.Requests.ToList();
        output.WriteLine($"{requests.Count} requests of {requests.Select(request => request.Call).Distinct().Count()} kinds checked");
        requests.SelectMany(request => description.RequestFaults(request.Method, request.Path["/v1".Length..], request.Query, request.Headers.GetValueOrDefault("Content-Type"), request.Body)
            .Select(fault => $"{request.Method} {request.Path}: {fault}")).Distinct().ShouldBeEmpty();
        requests.Select(request => request.Call).Distinct().ShouldBe(Enum.GetValues<Call>(), ignoreOrder: true);
    }

    private static IEnumerable<Func<ModelSettings, ModelSettings>> Models()
    {
        yield return model => model with
        {
            Seed = 7,
            Hyperparameters = new Dictionary<string, JsonNode> { ["n_epochs"] = 3, ["batch_size"] = "auto", ["learning_rate_multiplier"] = 0.5 },
            Metadata = new Dictionary<string, string> { ["team"] = "support" },
            Integrations = [new JsonObject { ["type"] = "wandb", ["wandb"] = new JsonObject { ["project"] = "support" } }],
        };
        yield return model => model with { Method = Core.Catalog.TuningMethod.Dpo, Hyperparameters = new Dictionary<string, JsonNode> { ["beta"] = 0.1 } };
        yield return model => model with
        {
            Method = Core.Catalog.TuningMethod.Reinforcement,
            Hyperparameters = new Dictionary<string, JsonNode> { ["reasoning_effort"] = "low", ["compute_multiplier"] = 1.5 },
            Grader = new JsonObject { ["type"] = "string_check", ["name"] = "same", ["operation"] = "eq", ["input"] = "{{sample.output_text}}", ["reference"] = "{{item.answer}}" },
        };
    }

    private async Task ReleaseAsync(Func<ModelSettings, ModelSettings> change)
    {
        using var clone = new Clone(provider.Address);
        var order = clone.Order();
        (await clone.ReleaseAsync(order: order with { Model = change(order.Model) })).End.ShouldBe(ReleaseEnd.Released);
    }

    // What a release that goes well does not do: parts, a cancel, a chat, deletions.
    private async Task WorkAsync()
    {
        using var clone = new Clone(provider.Address) { PartsAbove = 1400 };
        await clone.ReleaseAsync();
        using (var other = new Clone(provider.Address) { PartsAbove = 1400 })
        {
            await other.ReleaseAsync(); // takes the job over, and looks at its files
        }
        using var operations = new ModelOperations(clone, clone.Manifest(), clone.Lock, clone.Progress, clone.Time.Clock);
        await operations.TryAsync("support-bot", "hello", compare: true, default);
        await operations.VerifyOnlineAsync(default);
        await clone.ReleaseAsync(new ReleaseOptions { Wait = false }, clone.Order("two"));
        await operations.CancelAsync("support-bot", default);
        await operations.PruneAsync([], new PruneOptions { Models = true, Delete = true }, default);
    }
}
