using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Emulator.Models;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Jobs;

/// <summary>Jobs that are not what was asked for, as hosts have made them.</summary>
internal static class JobFault
{
    /// <summary>The job as the fault makes it.</summary>
    public static StoredJob Change(StoredJob job, FaultRule? fault, BaseModels models) => fault?.Fault switch
    {
        FaultRule.IgnoresHyperparameters => job with { MethodSettings = WithoutHyperparameters(job.MethodSettings) },
        FaultRule.OtherModel => job with { Model = Other(job, models) },
        FaultRule.DropsValidation => job with { ValidationFile = null },
        _ => job,
    };

    private static JsonElement? WithoutHyperparameters(JsonElement? settings)
    {
        if (settings is not { } given)
        {
            return null;
        }
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var member in given.EnumerateObject().Where(member => member.Name != "hyperparameters"))
            {
                member.WriteTo(json);
            }
            json.WriteEndObject();
        }
        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    private static string Other(StoredJob job, BaseModels models) =>
        models.All.FirstOrDefault(model => model.Id != job.Model && model.Methods.Contains(TuningMethods.Find(job.Method)!.Value))?.Id ?? job.Model;
}
