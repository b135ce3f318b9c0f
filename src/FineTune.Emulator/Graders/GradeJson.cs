using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Scoring;

namespace FineTune.Emulator.Graders;

/// <summary>A grade as the API writes it.</summary>
internal static class GradeJson
{
    private static readonly string[] Flags =
    [
        "formula_parse_error", "sample_parse_error", "truncated_observation_error", "unresponsive_reward_error", "invalid_variable_error", "other_error",
        "python_grader_server_error", "python_grader_runtime_error", "model_grader_server_error", "model_grader_refusal_error", "model_grader_parse_error",
    ];

    private static readonly string[] Details = ["python_grader_server_error_type", "python_grader_runtime_error_details", "model_grader_server_error_details"];

    public static JsonObject Of(Grade grade, JsonElement grader, TimeSpan time)
    {
        var name = grader.GetProperty("name").ToString();
        var scores = grade.Parts.Count > 0 ? Rewards(grade.Parts) : new JsonObject { [name] = grade.Reward };
        return new JsonObject
        {
            ["reward"] = grade.Reward,
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["type"] = grader.GetProperty("type").ToString(),
                ["errors"] = Errors(grade.Fault),
                ["execution_time"] = time.TotalSeconds,
                ["scores"] = scores,
                ["token_usage"] = null,
                ["sampled_model_name"] = null,
            },
            ["sub_rewards"] = Rewards(grade.Parts),
            ["model_grader_token_usage_per_model"] = new JsonObject(),
        };
    }

    private static JsonObject Errors(GradeFault fault)
    {
        var played = fault switch
        {
            GradeFault.None => "",
            GradeFault.InvalidVariable => "invalid_variable_error",
            GradeFault.SampleIsNotJson => "sample_parse_error",
            GradeFault.TooLong => "truncated_observation_error",
            GradeFault.Formula => "formula_parse_error",
            _ => "other_error",
        };
        var errors = new JsonObject(Flags.Select(flag => KeyValuePair.Create(flag, (JsonNode?)(flag == played))));
        foreach (var detail in Details)
        {
            errors[detail] = null;
        }
        return errors;
    }

    private static JsonObject Rewards(IReadOnlyDictionary<string, double> parts) =>
        new(parts.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));
}
