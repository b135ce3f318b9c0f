namespace Contoso.Changes
{
    /// <summary>Which model writes the changelog.</summary>
    public static class ChangelogWriter
    {
        /// <summary>The model to ask.</summary>
        public static string Model => FineTunedModels.ChangelogWriter.Id;
    }
}
