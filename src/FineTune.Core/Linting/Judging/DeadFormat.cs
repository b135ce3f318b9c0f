using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Judging;

/// <summary>A format that a host trains nothing on any more, or never did: what keys its lines have is of no interest then.</summary>
internal static class DeadFormat
{
    public static bool Is(DatasetScope scope, ExampleFormat format) => IsNotOffered(scope, format) || LastDay(scope) is not null;

    /// <summary>Whether the host does not offer the method at all that lines of a format are for.</summary>
    public static bool IsNotOffered(DatasetScope scope, ExampleFormat format) =>
        !MethodFormats.IsOffered(scope, format);

    /// <summary>The day after which no model of the host takes the method any more; null where one does, or where a model is named, whose own dates count.</summary>
    public static DateOnly? LastDay(DatasetScope scope)
    {
        var days = scope.Model is null && scope.BaseModel is null
            ? scope.Profile.Models.Where(model => model.Methods.Contains(scope.Method)).Select(model => model.TrainingEnds?.Day).ToList()
            : [];
        return days.Count > 0 && days.All(day => day < scope.Today) ? days.Max() : null;
    }
}
