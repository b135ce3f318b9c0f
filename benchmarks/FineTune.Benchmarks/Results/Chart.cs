using System.Globalization;
using System.Security;
using System.Text;

namespace FineTune.Benchmarks.Results;

/// <summary>The charted figures as bars: ours = 1.00 in each group, from nought, each group to its own scale.</summary>
internal sealed class Chart
{
    private const int Width = 560;
    private const int Margin = 20;
    private const int NameEnd = 190;
    private const int BarStart = 198;
    private const int LongestBar = 220;
    private const int RowHeight = 24;
    private const int BarHeight = 14;

    private readonly StringBuilder drawn = new();
    private int top = 66;

    public static string Of(StoredResults results)
    {
        var chart = new Chart();
        foreach (var figure in results.Figures.Where(figure => figure.Charted))
        {
            chart.Draw(figure);
        }

        return chart.Framed(results);
    }

    private void Draw(Figure figure)
    {
        var longest = figure.Programs.Max(program => program.Beside(figure.Ours).Max);
        Text(Margin, top + 14, "group", Plain(figure.Name), $"""<tspan class="muted" font-weight="400">  {Escaped(figure.Measure)}</tspan>""");
        top += 26;
        drawn.Append($"""  <path class="one" d="M{Number(Place(1, longest))} {top - 4}v{figure.Programs.Count * RowHeight}"/>""").Append('\n');
        foreach (var program in figure.Programs)
        {
            Draw(program, figure, longest);
            top += RowHeight;
        }

        top += 16;
    }

    private void Draw(Readings program, Figure figure, double longest)
    {
        var (min, median, max) = program.Beside(figure.Ours);
        var kind = program == figure.Ours ? "ours" : program == figure.Portable ? "portable" : "peer";
        var middle = top + (BarHeight / 2);
        Text(NameEnd, top + 12, kind == "ours" ? "name strong" : "name", Plain(program.Name));
        drawn.Append($"""  <rect class="{kind}" x="{BarStart}" y="{top}" width="{Number(Place(median, longest) - BarStart)}" height="{BarHeight}" rx="2"/>""").Append('\n');
        if (kind != "ours")
        {
            drawn.Append($"""  <path class="spread" d="M{Number(Place(min, longest))} {middle}H{Number(Place(max, longest))}"/>""").Append('\n');
        }

        Text(Place(Math.Max(median, kind == "ours" ? 0 : max), longest) + 8, top + 12, kind == "ours" ? "value strong" : "value", Numbers.Text(median), $"""<tspan class="muted" font-weight="400">  {Numbers.Text(program.Spread.Median)} {figure.Unit}</tspan>""");
    }

    private string Framed(StoredResults results)
    {
        var height = top + 4;
        var date = results.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Width}} {{height}}" width="{{Width}}" height="{{height}}" font-family="system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="13.5" role="img" aria-label="finetune beside its peers; the table below says the same">
              <style>
                .card { fill: #ffffff; stroke: #d0d7de }
                text { fill: #1f2328; white-space: pre }
                .muted { fill: #59636e }
                .name { text-anchor: end }
                .group, .strong { font-weight: 600 }
                .value { paint-order: stroke; stroke: #ffffff; stroke-width: 5px; stroke-linejoin: round }
                .ours { fill: #0969da }
                .portable { fill: #8cc2f9 }
                .peer { fill: #c3cad2 }
                .one { stroke: #0969da; stroke-dasharray: 2 3; fill: none }
                .spread { stroke: #59636e; stroke-width: 1.5; fill: none }
                @media (prefers-color-scheme: dark) {
                  .card { fill: #0d1117; stroke: #30363d }
                  text { fill: #e6edf3 }
                  .value { stroke: #0d1117 }
                  .muted { fill: #9198a1 }
                  .ours { fill: #4493f8 }
                  .portable { fill: #1f4e8c }
                  .peer { fill: #444c56 }
                  .one { stroke: #4493f8 }
                  .spread { stroke: #9198a1 }
                }
              </style>
              <rect class="card" x="0.5" y="0.5" width="{{Width - 1}}" height="{{height - 1}}" rx="8"/>
              <text class="strong" x="{{Margin}}" y="32" font-size="16">{{Readings.Native}} = 1.00, a shorter bar is better</text>
              <text class="muted" x="{{Margin}}" y="51" font-size="12">Medians, lines from least to greatest. Each group has its own scale. {{date}}</text>
            {{drawn}}</svg>

            """.ReplaceLineEndings("\n");
    }

    private void Text(double x, double y, string kind, params ReadOnlySpan<string> parts)
    {
        drawn.Append($"""  <text class="{kind}" x="{Number(x)}" y="{Number(y)}">""");
        foreach (var part in parts)
        {
            drawn.Append(part);
        }

        drawn.Append("</text>\n");
    }

    private static double Place(double ratio, double longest) => BarStart + (LongestBar * ratio / longest);

    private static string Number(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Plain(string markdown) => Escaped(markdown.Replace("`", "", StringComparison.Ordinal));

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
