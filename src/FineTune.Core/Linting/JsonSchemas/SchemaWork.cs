namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>Steps that the comparisons of one line with its schemas may still take; what a line may take grows with its length.</summary>
internal sealed class SchemaWork(int bytes)
{
    private const int ForAnyLine = 100_000;

    private const int BytesAStep = 16;

    private int left = ForAnyLine + bytes / BytesAStep;

    public bool IsDone => left <= 0;

    public void Take(int steps) => left -= steps;
}
