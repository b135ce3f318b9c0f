#:property PublishAot=false

// The whole product in a few minutes, with no key: dotnet run eng/demo.cs
// Packs FineTune.Build, uses it in a copy of examples/support-bot, and says what it does.
// --keep leaves the copy there; --picture FILE draws the failing build, as docs/failing-build.svg was made.

using System.Diagnostics;
using System.Security;
using System.Text;
using System.Text.Json;

Console.OutputEncoding = new UTF8Encoding(false);
var clock = Stopwatch.StartNew();
var repository = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
var root = Directory.CreateTempSubdirectory("finetune-demo-").FullName;
var feed = Path.Combine(root, "feed");
var project = Path.Combine(root, "support-bot");
var version = $"0.1.0-demo.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";

try
{
    Say("1. Pack FineTune.Build, and copy examples/support-bot to a folder that has nothing else in it");
    var package = Path.Combine("src", "FineTune.Build");
    Expect(Dotnet(repository, echo: false, "pack", package, "--output", feed, $"-p:PackageVersion={version}", "-p:PackNative=false", "-nodeReuse:false", "-tl:off", "-v:q"), succeeds: true, "");
    CopyExample();
    Console.WriteLine("   support-bot.csproj has one line for it:");
    Quote($"""<PackageReference Include="FineTune.Build" Version="{version}" PrivateAssets="all" />""");

    Say("2. Somebody misspells a role in the data: the build fails at that line");
    var (file, sound, column) = BreakALine("returns.jsonl", line: 2);
    var failing = Build();
    Expect(failing, succeeds: false, $"returns.jsonl(2,{column}", "error FT2009", "asistant");
    Draw(failing);

    Say("3. The line is corrected: the build passes");
    File.WriteAllText(file, sound);
    Expect(Build("--no-restore"), succeeds: true, "");

    Say("4. A release checks the data, uploads it to the local emulator, trains, and writes the lockfile");
    Expect(Build("--no-restore", "-t:FineTuneRelease"), succeeds: true, "");
    var model = ShowLock(Path.Combine(project, "finetune.lock.json"));

    Say("5. The code reads the model's ID from a constant that the build makes from the lockfile");
    var program = File.ReadAllText(Example("Program.cs"));
    File.WriteAllText(Path.Combine(project, "Program.cs"), program);
    Quote(program.TrimEnd());
    Expect(Dotnet(project, echo: true, "run", "--no-restore"), succeeds: true, $"support-bot is {model}");

    Console.WriteLine();
    Console.WriteLine($"All of it worked, in {clock.Elapsed.TotalSeconds:0} seconds.");
    return 0;
}
catch (DemoFailed failed)
{
    Console.WriteLine();
    Console.WriteLine($"The demo failed: {failed.Message}");
    return 1;
}
finally
{
    CleanUp();
}

string Example(string path) => Path.Combine(repository, "examples", "support-bot", path);

void CopyExample()
{
    foreach (var source in Directory.EnumerateFiles(Example("data"), "*.jsonl", SearchOption.AllDirectories)
        .Append(Example("finetune.yml")).Append(Example("SupportBot.csproj")))
    {
        var target = Path.Combine(project, Path.GetRelativePath(Example("."), source));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(source, target);
    }
    // A project that does not use its model yet: there is none.
    File.WriteAllText(Path.Combine(project, "Program.cs"), "Console.WriteLine(\"not trained yet\");\n");
    // Nothing from the folders above, from the machine's feeds or from its package cache gets in.
    File.WriteAllText(Path.Combine(root, "Directory.Build.props"), $"""
        <Project>
          <PropertyGroup>
            <FineTuneBuildVersion>{version}</FineTuneBuildVersion>
            <RestoreSources>{feed}</RestoreSources>
            <RestorePackagesPath>{Path.Combine(root, "packages")}</RestorePackagesPath>
          </PropertyGroup>
        </Project>
        """);
    File.WriteAllText(Path.Combine(root, "Directory.Build.targets"), "<Project />\n");
    File.WriteAllText(Path.Combine(root, "Directory.Packages.props"), "<Project />\n");
    File.WriteAllText(Path.Combine(root, ".editorconfig"), "root = true\n");
    File.Copy(Path.Combine(repository, "global.json"), Path.Combine(root, "global.json"));
}

(string File, string Sound, int Column) BreakALine(string name, int line)
{
    var path = Path.Combine(project, "data", "support", name);
    var text = File.ReadAllText(path);
    var lines = text.Split('\n');
    lines[line - 1] = lines[line - 1].Replace("\"assistant\"", "\"asistant\"");
    File.WriteAllText(path, string.Join('\n', lines));
    Console.WriteLine($"   data/support/{name}, line {line}:");
    var start = lines[line - 1].IndexOf("\"asistant\"", StringComparison.Ordinal);
    Quote($"…{lines[line - 1].Substring(start - 9, 80)}…");
    return (path, text, start + 1);
}

string ShowLock(string path)
{
    if (!File.Exists(path))
    {
        throw new DemoFailed("the release wrote no finetune.lock.json");
    }
    using var document = JsonDocument.Parse(File.ReadAllText(path));
    var model = document.RootElement.GetProperty("models").GetProperty("support-bot");
    var newest = model.GetProperty("versions")[0];
    Console.WriteLine("   finetune.lock.json, in short:");
    Quote($"models.support-bot.current               {model.GetProperty("current")}");
    foreach (var key in new[] { "base_model", "digest", "job_id", "model" })
    {
        Quote($"models.support-bot.versions[0].{key,-10} {newest.GetProperty(key)}");
    }
    return newest.GetProperty("model").GetString()!;
}

Run Build(params string[] arguments) => Dotnet(project, echo: true, ["build", .. arguments, "-tl:off", "-nodeReuse:false"]);

Run Dotnet(string folder, bool echo, params string[] arguments)
{
    var shown = arguments.Where(argument => argument is not ("-tl:off" or "-nodeReuse:false" or "--no-restore" or "-v:q" or "--output") && !argument.StartsWith(root, StringComparison.Ordinal));
    Console.WriteLine();
    Console.WriteLine($"   $ dotnet {string.Join(' ', shown)}");
    var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
        Environment =
        {
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["NO_COLOR"] = "1",
        },
    };
    var output = new StringBuilder();
    using var process = new Process { StartInfo = start };
    void Read(object _, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (output)
            {
                var repeated = output.ToString().Contains(text + Environment.NewLine, StringComparison.Ordinal);
                output.AppendLine(text);
                if (echo && !repeated)
                {
                    Quote(text.Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
                }
            }
        }
    }
    process.OutputDataReceived += Read;
    process.ErrorDataReceived += Read;
    process.Start();
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    process.WaitForExit();
    return new Run($"dotnet {string.Join(' ', arguments)}", process.ExitCode, output.ToString(), echo);
}

static void Expect(Run run, bool succeeds, params string[] texts)
{
    var missing = texts.FirstOrDefault(text => !run.Output.Contains(text, StringComparison.Ordinal));
    if (run.ExitCode == 0 != succeeds || missing is not null)
    {
        Console.WriteLine(run.Shown ? "" : run.Output);
        throw new DemoFailed(missing is null ? $"{run.Command} ended with {run.ExitCode}" : $"{run.Command} did not say {missing}");
    }
}

void Say(string step)
{
    Console.WriteLine();
    Console.WriteLine(step);
}

static void Quote(string text)
{
    foreach (var line in text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
    {
        Console.WriteLine($"     {line.TrimEnd()}");
    }
}

void Draw(Run build)
{
    if (Array.IndexOf(args, "--picture") is var at and >= 0)
    {
        var summary = build.Output.Split('\n').Select(line => line.Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).TrimEnd())
            .Where(line => line.Contains(" error ", StringComparison.Ordinal) || line.StartsWith("Build ", StringComparison.Ordinal) || line.EndsWith("(s)", StringComparison.Ordinal))
            .Distinct();
        File.WriteAllText(Path.GetFullPath(args[at + 1]), Picture.Of(["$ dotnet build", .. summary]));
    }
}

void CleanUp()
{
    if (args.Contains("--keep"))
    {
        Console.WriteLine(root);
        return;
    }
    try
    {
        Directory.Delete(root, recursive: true);
    }
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
    {
        Console.WriteLine($"{root} could not be deleted: {failure.Message}");
    }
}

internal sealed record Run(string Command, int ExitCode, string Output, bool Shown);

internal sealed class DemoFailed(string message) : Exception(message);

internal static class Picture
{
    private const int Columns = 100;

    public static string Of(IEnumerable<string> lines)
    {
        var shown = lines.SelectMany(Wrapped).ToList();
        var height = (shown.Count * 20) + 32;
        var svg = new StringBuilder();
        svg.Append($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 {height}" font-family="ui-monospace, Consolas, Menlo, monospace" font-size="13.5" role="img" aria-label="A failing build">""").Append('\n');
        svg.Append($"""  <rect width="840" height="{height}" rx="8" fill="#1e1e2e"/>""").Append('\n');
        for (var i = 0; i < shown.Count; i++)
        {
            var (text, color) = shown[i];
            svg.Append($"""  <text x="16" y="{(i * 20) + 30}" fill="{color}" xml:space="preserve">{SecurityElement.Escape(text)}</text>""").Append('\n');
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static IEnumerable<(string Text, string Color)> Wrapped(string line)
    {
        var color = line.Contains("error ", StringComparison.Ordinal) || line.Contains("FAILED", StringComparison.Ordinal) ? "#f38ba8"
            : line.StartsWith('$') ? "#a6e3a1" : "#cdd6f4";
        for (; line.Length > Columns; line = "    " + line[CutAt(line)..].TrimStart())
        {
            yield return (line[..CutAt(line)], color);
        }
        yield return (line, color);
    }

    private static int CutAt(string line) => line.LastIndexOf(' ', Columns) is var space and > 8 ? space : Columns;
}
