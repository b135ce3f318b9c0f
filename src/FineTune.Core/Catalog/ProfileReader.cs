using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Catalog;

/// <summary>Makes a profile of its data file and of those that it extends. Written out, since a serializer costs more at the start than a lint of a small file.</summary>
internal static class ProfileReader
{
    private const int LongestChain = 8;

    /// <summary>Reads a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="open">Opens the data file of a name.</param>
    /// <exception cref="JsonException">The file is not what a profile may be, or holds a member that no profile has.</exception>
    /// <exception cref="InvalidDataException">The profile extends one that does not exist, or itself.</exception>
    public static Profile Read(string name, Func<string, Stream> open)
    {
        var layers = new List<JsonDocument>();
        try
        {
            for (string? next = name; next is not null; next = ExtendedBy(layers[^1].RootElement))
            {
                if (layers.Count > LongestChain)
                {
                    throw new InvalidDataException($"profile {name} extends itself");
                }
                using var stream = open(next);
                layers.Add(JsonDocument.Parse(stream));
            }
            return ProfileOf(new ProfileNode(name, [.. layers.Select(layer => layer.RootElement)]));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException)
        {
            // A value of another kind, half a character, a number that is too large.
            throw new JsonException($"profile {name} is not what a profile may be: {fault.Message}", fault);
        }
        finally
        {
            layers.ForEach(layer => layer.Dispose());
        }
    }

    private static string? ExtendedBy(JsonElement root) => root.TryGetProperty("extends", out var extended) ? extended.GetString() : null;

    private static Profile ProfileOf(ProfileNode node)
    {
        _ = node.TextOrNull("extends");
        return node.Done(new Profile
        {
            Name = node.Text("name"),
            Title = node.Text("title"),
            Methods = node.List("methods", Method),
            Sisters = node.ListOrEmpty("sisters", AsText),
            Severities = node.Map("severities", SeverityOf),
            Roles = node.List("roles", AsText),
            TopLevelKeys = node.List("top_level_keys", AsText),
            MessageKeys = node.List("message_keys", AsText),
            PartRoles = node.List("part_roles", AsText),
            Formats = node.List("formats", AsText),
            OwnFormatsOnly = node.FlagOrFalse("own_formats_only"),
            Labels = node.FlagOrFalse("labels"),
            OutputsGoOn = node.FlagOrFalse("outputs_go_on"),
            ValueParts = node.ListOrEmpty("value_parts", AsText),
            OneTypePerColumn = node.FlagOrFalse("one_type_per_column"),
            OneTagPerRole = node.FlagOrFalse("one_tag_per_role"),
            PairsOfOneKind = node.FlagOrFalse("pairs_of_one_kind"),
            ReadsNamedColumnsOnly = node.FlagOrFalse("reads_named_columns_only"),
            ByteOrderMark = node.Text("byte_order_mark") switch
            {
                "avoid" => ByteOrderMark.Avoid,
                "required" => ByteOrderMark.Required,
                var other => throw node.Wrong($"\"{other}\" is no byte_order_mark"),
            },
            Weights = WeightsOf(node.Object("weights")),
            Tools = ToolsOf(node.Object("tools")),
            Images = ImagesOf(node.Object("images")),
            Reinforcement = ReinforcementOf(node.Object("reinforcement")),
            Limits = LimitsOf(node.Object("limits")),
            Job = JobOf(node.Object("job")),
            Host = HostOf(node.Object("host")),
            Models = node.List("models", ModelOf),
            NoNewJobsAfter = FactOf(node.ObjectOrNull("no_new_jobs_after")),
            Unsupported = FactOf(node.ObjectOrNull("unsupported")),
            Sources = node.List("sources", SourceOf),
        });
    }

    private static WeightSupport WeightsOf(ProfileNode node) => node.Done(new WeightSupport
    {
        MessageValues = node.List("message_values", value => value.AsInt32()),
        MessageRoles = node.List("message_roles", AsText),
        Sample = node.ObjectOrNull("sample") is { } sample ? SampleOf(sample) : null,
    });

    private static SampleWeight SampleOf(ProfileNode node) => node.Done(new SampleWeight
    {
        Min = node.Number("min"),
        OnAllLines = node.FlagOrFalse("on_all_lines"),
    });

    private static ToolSupport ToolsOf(ProfileNode node) => node.Done(new ToolSupport
    {
        Offered = node.Flag("offered"),
        ObjectArguments = node.Flag("object_arguments"),
        LastCallNeedsNoId = node.Flag("last_call_needs_no_id"),
        CallIdPattern = node.TextOrNull("call_id_pattern"),
        MustBeDeclared = node.Flag("must_be_declared"),
        CallsMayLackId = node.FlagOrFalse("calls_may_lack_id"),
        NoCallAtEnd = node.FlagOrFalse("no_call_at_end"),
        AnswerFollowsResults = node.FlagOrFalse("answer_follows_results"),
        CallsNeedContent = node.FlagOrFalse("calls_need_content"),
        TextTools = node.FlagOrFalse("text_tools"),
        ReadsTextTools = node.FlagOrFalse("reads_text_tools"),
        Doubt = node.TextOrNull("doubt"),
    });

    private static ImageSupport ImagesOf(ProfileNode node) => node.Done(new ImageSupport
    {
        Offered = node.Flag("offered"),
        Addresses = node.Flag("addresses"),
        BareAddresses = node.FlagOrFalse("bare_addresses"),
        MediaTypes = node.List("media_types", AsText),
        OtherParts = node.ListOrEmpty("other_parts", AsText),
        VideoTypes = node.ListOrEmpty("video_types", AsText),
        DocumentTypes = node.ListOrEmpty("document_types", AsText),
        Buckets = node.ListOrEmpty("buckets", AsText),
        NotFor = node.ListOrEmpty("not_for", Method),
        Roles = node.List("roles", AsText),
        MaxPerExample = node.Int32("max_per_example"),
        MaxBytes = node.Int64("max_bytes"),
        MaxExamplesWithImages = node.Int64("max_examples_with_images"),
    });

    private static ReinforcementSupport ReinforcementOf(ProfileNode node) => node.Done(new ReinforcementSupport
    {
        SystemMessages = node.Flag("system_messages"),
        FieldsExpected = node.Flag("fields_expected"),
        GradersOfTheApi = node.FlagOrFalse("graders_of_the_api"),
        RefusedMetrics = node.ListOrEmpty("refused_metrics", AsText),
    });

    private static DataLimits LimitsOf(ProfileNode node) => node.Done(new DataLimits
    {
        MinExamples = node.Int32("min_examples"),
        MinReinforcementExamples = node.Int32("min_reinforcement_examples"),
        RecommendedExamples = node.Int32("recommended_examples"),
        MaxExamples = node.Int64("max_examples"),
        MaxReinforcementExamples = node.Int64("max_reinforcement_examples"),
        MaxValidationExamples = node.Int64("max_validation_examples"),
        MaxReinforcementValidationExamples = node.Int64("max_reinforcement_validation_examples"),
        MaxFileBytes = node.Int64("max_file_bytes"),
        MaxMultipartBytes = node.Int64("max_multipart_bytes"),
        MaxLineBytes = node.Int32("max_line_bytes") ?? throw node.Wrong("max_line_bytes is missing"),
        MaxTokensTimesEpochs = node.Int64("max_tokens_times_epochs"),
        MaxExampleTokens = node.Int32("max_example_tokens"),
    });

    private static JobLimits JobOf(ProfileNode node) => node.Done(new JobLimits
    {
        SuffixLength = node.Int32("suffix_length"),
        SuffixPattern = node.TextOrNull("suffix_pattern"),
        Hyperparameters = node.Map("hyperparameters", RangeOf),
    });

    private static HyperparameterRange RangeOf(ProfileNode node) => node.Done(new HyperparameterRange
    {
        Min = node.Number("min"),
        AboveMin = node.FlagOrFalse("above_min"),
        Max = node.Number("max"),
        Whole = node.FlagOrFalse("whole"),
        Words = node.ListOrEmpty("words", AsText),
        Flag = node.FlagOrFalse("flag"),
        Methods = node.ListOrEmpty("methods", Method),
    });

    private static HostQuirks HostOf(ProfileNode node) => node.Done(new HostQuirks
    {
        Endpoint = node.TextOrNull("endpoint"),
        ApiKeyVariable = node.TextOrNull("api_key_variable"),
        MetadataFilter = node.FlagOrFalse("metadata_filter"),
        Metadata = node.FlagOrFalse("metadata"),
        LegacyHyperparameters = node.FlagOrFalse("legacy_hyperparameters"),
        Renames = node.MapOrEmpty("renames", AsText),
        ListsModels = node.FlagOrFalse("lists_models"),
        Uploads = node.FlagOrFalse("uploads"),
        Hosting = node.ObjectOrNull("hosting") is { } hosting ? HostingOf(hosting) : null,
        WithoutTrainingType = node.TextOrNull("without_training_type"),
    });

    private static HostingTerms HostingOf(ProfileNode node) => node.Done(new HostingTerms
    {
        UsdPerHour = node.Map("usd_per_hour", price => price.AsDecimal()),
        IdleDays = node.Int32("idle_days"),
        HoursKept = node.MapOrEmpty("hours_kept", hours => hours.AsInt32()),
    });

    private static CatalogModel ModelOf(ProfileNode node) => node.Done(new CatalogModel
    {
        Id = node.Text("id"),
        Aliases = node.ListOrEmpty("aliases", AsText),
        TrainedByIdOnly = node.FlagOrFalse("trained_by_id_only"),
        Methods = node.List("methods", Method),
        Encoding = node.TextOrNull("encoding"),
        MaxExampleTokens = node.Int32("max_example_tokens"),
        TrainingPricePerMillion = node.Amount("training_price_per_million"),
        TrainingPricePerHour = node.Amount("training_price_per_hour"),
        TrainingEnds = FactOf(node.ObjectOrNull("training_ends")),
        ShutDown = FactOf(node.ObjectOrNull("shut_down")),
        Replacement = node.TextOrNull("replacement"),
    });

    private static DatedFact? FactOf(ProfileNode? node) => node?.Done(new DatedFact(node.Day("day"), node.Text("source")));

    private static CatalogSource SourceOf(ProfileNode node) => node.Done(new CatalogSource(node.Text("title"), node.Day("read")));

    private static string AsText(ProfileNode node) => node.AsText();

    private static TuningMethod Method(ProfileNode node) => TuningMethods.Find(node.AsText()) ?? throw node.Wrong($"\"{node.AsText()}\" is no method");

    private static Severity SeverityOf(ProfileNode node) => Severities.Find(node.AsText()) ?? throw node.Wrong($"\"{node.AsText()}\" is no severity");
}
