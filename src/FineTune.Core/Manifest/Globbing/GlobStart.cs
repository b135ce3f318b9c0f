using FineTune.Core.Files;

namespace FineTune.Core.Manifest.Globbing;

/// <summary>A glob cut before its first wildcard.</summary>
/// <param name="Folder">Absolute path of the folder that the search starts from.</param>
/// <param name="Segments">What must fit below it, one for each part of a path.</param>
internal sealed record GlobStart(string Folder, string[] Segments)
{
    /// <summary>Cuts a glob.</summary>
    /// <param name="glob">With <c>/</c>, braces expanded.</param>
    /// <param name="folder">Absolute path of the folder that it is written for.</param>
    public static GlobStart Of(string glob, string folder)
    {
        var parts = glob.Split('/');
        var plain = parts.Take(parts.Length - 1).TakeWhile(part => !GlobSegment.IsPattern(part)).Count();
        var start = string.Join('/', parts.Take(plain));
        // With its slash, for C: alone is where somebody stands on that drive.
        var absolute = PathText.Absolute(start.Length > 0 ? start + "/" : glob.StartsWith('/') ? "/" : ".", folder);
        return new(Path.TrimEndingDirectorySeparator(absolute), [.. parts.Skip(plain).Where(part => part.Length > 0)]);
    }
}
