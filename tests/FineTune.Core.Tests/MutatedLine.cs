using System.Text;

namespace FineTune.Core.Tests;

/// <summary>Lines with a few bytes taken out, changed, put in or doubled.</summary>
internal static class MutatedLine
{
    /// <summary>One of the seeds, changed in fewer places than <paramref name="changes"/>.</summary>
    public static List<byte> Of(Random random, string[] seeds, int changes)
    {
        var line = Encoding.UTF8.GetBytes(seeds[random.Next(seeds.Length)]).ToList();
        for (var i = random.Next(changes); i > 0 && line.Count > 0; i--)
        {
            var at = random.Next(line.Count);
            switch (random.Next(5))
            {
                case 0:
                    line.RemoveAt(at);
                    break;
                case 1:
                    line[at] = (byte)random.Next(256);
                    break;
                case 2:
                    line.Insert(at, (byte)"{}[]\",:\\'0tnu "[random.Next(14)]);
                    break;
                case 3:
                    line.RemoveRange(at, Math.Min(random.Next(30), line.Count - at));
                    break;
                default:
                    line.InsertRange(at, line.Skip(random.Next(line.Count)).Take(random.Next(40)).ToList());
                    break;
            }
        }
        return line;
    }
}
