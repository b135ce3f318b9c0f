namespace FineTune.Core.Linting.Labels;

/// <summary>Which labels a classifier confidently disagrees with (confident learning): the other label is as sure as it is for its own texts.</summary>
internal static class LabelDoubts
{
    /// <summary>Labels of fewer texts are not judged, and nothing is taken for them.</summary>
    private const int FewestOfLabel = 10;

    /// <summary>Where words tell the labels worse than this, a disagreement says nothing.</summary>
    private const double LeastAgreement = 0.75;

    /// <summary>Where words tell the labels hardly ever wrong.</summary>
    private const double GoodAgreement = 0.95;

    /// <summary>Disagreements that are nearly all weak come of texts that are hard to tell, not of wrong labels.</summary>
    private const double LeastSure = 0.1;

    /// <summary>The texts whose label is in doubt, with the likely one, and the share of texts whose label the classifier gives; none where it cannot tell.</summary>
    public static (List<(LabelledText Text, int Likely)> Doubts, double Agreement) Find(IReadOnlyList<LabelledText> texts, int labels)
    {
        var judged = new CrossValidation(texts, labels);
        var agreeing = Enumerable.Range(0, texts.Count).Where(i => judged.Best(i) == texts[i].Label).ToList();
        var agreement = (double)agreeing.Count / texts.Count;
        if (agreement < LeastAgreement || agreement <= ShareOfLargest(texts, labels))
        {
            return ([], agreement);
        }
        var counts = new int[labels];
        var sure = new double[labels];
        for (var i = 0; i < texts.Count; i++)
        {
            counts[texts[i].Label]++;
            sure[texts[i].Label] += judged.Confidence(i, texts[i].Label);
        }
        var margins = agreeing.ToLookup(i => texts[i].Label, i => LeadOf(judged, i, texts[i].Label, labels));
        var usual = Enumerable.Range(0, labels).Select(label => At(ShareBelow(agreement), [.. margins[label].Order()])).ToArray();
        var doubts = new List<(LabelledText Text, int Likely)>();
        for (var i = 0; i < texts.Count; i++)
        {
            var (given, likely) = (texts[i].Label, judged.Best(i));
            if (likely != given
                && counts[likely] >= FewestOfLabel && counts[given] >= FewestOfLabel
                && judged.Confidence(i, likely) >= sure[likely] / counts[likely]
                && LeadOf(judged, i, likely, labels) >= usual[likely])
            {
                doubts.Add((texts[i], likely));
            }
        }
        return (doubts.Count < (texts.Count - agreeing.Count) * LeastSure ? [] : doubts, agreement);
    }

    private static double ShareOfLargest(IReadOnlyList<LabelledText> texts, int labels)
    {
        var counts = new int[labels];
        foreach (var text in texts)
        {
            counts[text.Label]++;
        }
        return (double)counts.Max() / texts.Count;
    }

    /// <summary>How far a label is ahead of the next.</summary>
    private static float LeadOf(CrossValidation judged, int text, int label, int labels)
    {
        var lead = float.MaxValue;
        for (var other = 0; other < labels; other++)
        {
            lead = other == label ? lead : Math.Min(lead, judged.Margin(text, label, other));
        }
        return lead;
    }

    /// <summary>How far the other label must be ahead: as far as it is for three in four of its own texts, or for half of them where words tell the labels worse.</summary>
    private static double ShareBelow(double agreement) => Math.Clamp(0.25 + (2 * (GoodAgreement - agreement)), 0.25, 0.5);

    private static float At(double share, float[] sorted) => sorted.Length == 0 ? float.MaxValue : sorted[(int)(sorted.Length * share)];
}
