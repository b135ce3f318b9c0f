using System.Text.Json.Nodes;
using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>A host that answers a create call and makes another job of it: it is cancelled before it trains, whatever the host can do.</summary>
public sealed class WhenTheHostTrainsSomethingElse
{
    private static readonly Dictionary<string, (Action<JsonObject> Change, string Words)> Changes = new()
    {
        ["other_model"] = (body => body["model"] = "gpt-4.1-nano-2025-04-14", "gpt-4.1-nano-2025-04-14 instead of gpt-4.1-mini-2025-04-14"),
        ["other_day"] = (body => body["model"] = "gpt-4.1-mini-2026-01-01", "gpt-4.1-mini-2026-01-01 instead of"),
        ["other_method"] = (body => body["method"] = JsonNode.Parse("""{"type":"dpo","dpo":{}}"""), "method dpo instead of supervised"),
        ["ignores_hyperparameters"] = (body => body["method"]!["supervised"]!["hyperparameters"] = JsonNode.Parse("""{"n_epochs":"auto","batch_size":"auto"}"""), "n_epochs auto instead of 3"),
        ["other_hyperparameters"] = (body => body["method"]!["supervised"]!["hyperparameters"]!["n_epochs"] = 10, "n_epochs 10 instead of 3"),
        ["other_seed"] = (body => body["seed"] = 8, "seed 8 instead of 7"),
        ["other_suffix"] = (body => body["suffix"] = "sales", "suffix sales instead of"),
        ["drops_validation"] = (body => body.Remove("validation_file"), "validation file none instead of file-"),
        ["other_training_file"] = (body => body["training_file"] = "file-of-somebody", "training file file-of-somebody instead of file-"),
    };

    public static TheoryData<string, bool, bool> Cells { get; } = MakeCells();

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task NothingWrongIsTrained(string change, bool keepsMetadata, bool filtersMetadata)
    {
        using var provider = new StubProvider { KeepsMetadata = keepsMetadata, FiltersMetadata = filtersMetadata, Substitute = Changes[change].Change };
        using var clone = new Clone(provider.Address, new() { Metadata = keepsMetadata, MetadataFilter = filtersMetadata, ListsModels = true });
        var order = Order(clone);

        var outcome = await clone.ReleaseAsync(order: order);

        (outcome.Rule?.Code, outcome.ExitCode).ShouldBe(("FT8016", 4), outcome.Message);
        outcome.Message.ShouldContain(Changes[change].Words);
        provider.Jobs.ShouldHaveSingleItem().Status.ShouldBe("cancelled");
        provider.Trained.ShouldBe(0);
        clone.Entry.Attempts.ShouldHaveSingleItem().State.ShouldBe(AttemptState.Cancelled);

        provider.Substitute = _ => { };
        (await clone.ReleaseAsync(order: order)).End.ShouldBe(ReleaseEnd.Released);
        provider.Trained.ShouldBe(1);
    }

    private static ReleaseOrder Order(Clone clone)
    {
        var order = clone.Order();
        return order with { Model = order.Model with { Seed = 7, Hyperparameters = new Dictionary<string, JsonNode> { ["n_epochs"] = 3, ["batch_size"] = "auto" } } };
    }

    private static TheoryData<string, bool, bool> MakeCells()
    {
        var cells = new TheoryData<string, bool, bool>();
        foreach (var change in Changes.Keys)
        {
            cells.Add(change, true, true);
            cells.Add(change, true, false);
            cells.Add(change, false, false);
        }
        return cells;
    }
}
