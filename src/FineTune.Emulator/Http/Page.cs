using System.Globalization;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Http;

/// <summary>A stretch of a list, as the query asks for it.</summary>
/// <param name="Items">The items of the page.</param>
/// <param name="HasMore">Whether more follow.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, bool HasMore)
{
    /// <summary>Reads <c>limit</c> and <c>after</c> and cuts the page out of a list that is in the order asked for.</summary>
    public static Outcome<Page<T>> Cut(Call call, IReadOnlyList<T> items, Func<T, string> id, int defaultLimit, int maxLimit)
    {
        var limit = defaultLimit;
        if (call.Query("limit") is { } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit < 1 || limit > maxLimit))
        {
            return Refusal.BadRequest($"Invalid 'limit': must be a whole number from 1 to {maxLimit}.", "limit", "invalid_value");
        }
        var start = 0;
        if (call.Query("after") is { } after)
        {
            start = items.TakeWhile(item => id(item) != after).Count() + 1;
            if (start > items.Count)
            {
                return Refusal.BadRequest("Invalid 'after': no item of the list has this ID.", "after", "invalid_value");
            }
        }
        var page = items.Skip(start).Take(limit).ToList();
        return new Page<T>(page, start + page.Count < items.Count);
    }

    public T? First => Items.Count > 0 ? Items[0] : default;

    public T? Last => Items.Count > 0 ? Items[^1] : default;

    /// <summary>The page as the API writes it.</summary>
    public JsonObject ToJson(Func<T, JsonObject> item) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. Items.Select(item)]),
        ["has_more"] = HasMore,
    };
}
