using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Core.Scoring;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Graders;

/// <summary>The graders of reinforcement: checks all of them, runs those that need neither a model nor a program.</summary>
internal sealed class GraderRoutes(Profile profile)
{
    private const int LongestGrader = 10_000;

    private static readonly IReadOnlyDictionary<string, Parameter> OfValidate = ParameterCheck.Table(Parameter.Object("grader"));

    private static readonly IReadOnlyDictionary<string, Parameter> OfRun =
        ParameterCheck.Table(Parameter.Object("grader"), Parameter.Object("item"), Parameter.Text("model_sample", TemplateText.MostLength));

    public async Task<Answer> ValidateAsync(Call call)
    {
        var read = await ReadAsync(call, OfValidate);
        return read.Refusal ?? JsonAnswer.Ok(new JsonObject { ["grader"] = JsonNode.Parse(Grader(read.Value).GetRawText()) });
    }

    public async Task<Answer> RunAsync(Call call)
    {
        var read = await ReadAsync(call, OfRun);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }
        if (BodyFields.Text(BodyFields.Value(read.Value, "model_sample")) is not { } sample)
        {
            return ParameterRefusal.Missing("model_sample");
        }
        var json = Grader(read.Value);
        if (GraderReader.Read(json) is not { } grader)
        {
            return ParameterRefusal.Unplayed("grader", "it runs string_check, text_similarity without cosine, and multi of these; the rest needs a model, or runs a program");
        }
        if (json.GetRawText().Length is > LongestGrader and var length)
        {
            return ParameterRefusal.TooLong("grader", "string", LongestGrader, length);
        }
        var watch = Stopwatch.StartNew();
        var grade = grader.Score(new GradedAnswer(BodyFields.Value(read.Value, "item"), sample));
        return JsonAnswer.Ok(GradeJson.Of(grade, json, watch.Elapsed));
    }

    private async Task<Outcome<JsonElement>> ReadAsync(Call call, IReadOnlyDictionary<string, Parameter> known)
    {
        var body = await JsonBody.ReadAsync(call);
        var refusal = body.Refusal ?? ParameterCheck.Find(body.Value, known);
        if (refusal is null && BodyFields.Value(body.Value, "grader") is null)
        {
            refusal = ParameterRefusal.Missing("grader");
        }
        return refusal is null && GraderFault.Of(Grader(body.Value), profile) is { } fault
            ? ParameterRefusal.Wrong("grader", fault).As<JsonElement>()
            : new Outcome<JsonElement>(body.Value, refusal);
    }

    private static JsonElement Grader(JsonElement body) => body.GetProperty("grader");
}
