using System.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace FineTune.Tool.Tests.Ci;

/// <summary>The machine of one job: a fresh workspace and temp folder, and what its steps said so far.</summary>
internal sealed class Machine
{
    private readonly LocalRunner runner;
    private readonly JobRun run;
    private int steps;

    public Machine(string folder, JobRun run, LocalRunner runner, Dictionary<string, object?> context)
    {
        this.runner = runner;
        this.run = run;
        Workspace = Path.Combine(folder, "work", "repository");
        Temp = Path.Combine(folder, "temp");
        Directory.CreateDirectory(Workspace);
        Directory.CreateDirectory(Temp);
        Directory.CreateDirectory(Path.Combine(folder, "home"));
        Context = new(context, StringComparer.Ordinal) { ["runner.temp"] = Temp, ["github.workspace"] = Workspace };
        Variables = new(StringComparer.Ordinal)
        {
            ["PATH"] = $"{runner.Repository.Programs}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["HOME"] = Path.Combine(folder, "home"),
            ["DOTNET_CLI_HOME"] = Path.Combine(folder, "home"),
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_WORKSPACE"] = Workspace,
            ["GITHUB_REPOSITORY"] = (string)context["github.repository"]!,
            ["GITHUB_SERVER_URL"] = (string)context["github.server_url"]!,
            ["GITHUB_SHA"] = (string)context["github.sha"]!,
            ["GITHUB_REF"] = (string)context["github.ref"]!,
            ["GITHUB_REF_NAME"] = (string)context["github.ref_name"]!,
            ["GITHUB_EVENT_NAME"] = (string)context["github.event_name"]!,
            ["RUNNER_TEMP"] = Temp,
            ["RUNNER_OS"] = "Linux",
            ["STAND_IN_STATE"] = runner.Repository.GitHubState,
        };
        foreach (var name in new[] { "DOTNET_ROOT", "DOTNET_HOST_PATH" })
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                Variables[name] = value;
            }
        }
        foreach (var (name, value) in runner.Variables)
        {
            Variables[name] = value;
        }
    }

    public string Workspace { get; }

    public string Temp { get; }

    public Dictionary<string, object?> Context { get; }

    public Dictionary<string, string> Variables { get; }

    public LocalRunner Runner => runner;

    /// <summary>Plays one step of the job.</summary>
    public void Play(YamlNode step)
    {
        var name = step.Text("name") ?? step.Text("uses") ?? step.Text("run")!;
        if (!Expression.Holds(step.Text("if"), LocalRunner.Reader(Context)))
        {
            Note(name, step.Text("id"), "skipped", []);
            return;
        }
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var ended = step.Text("uses") is { } used
            ? used.StartsWith("./", StringComparison.Ordinal) ? PlayAction(name, used, step, outputs) : StandIns.Play(used, Given(step), this)
            : PlayProcess(name, step, Context, Fill(step, "env", Context), Workspace, null, outputs);
        Note(name, step.Text("id"), ended ? "success" : "failure", outputs);
    }

    private void Note(string name, string? id, string outcome, Dictionary<string, string> outputs)
    {
        run.Steps.Add((name, outcome));
        if (outcome == "failure")
        {
            run.Result = run.Result == "killed" ? "killed" : "failure";
            Context["success()"] = false;
            Context["failure()"] = true;
        }
        if (id is not null)
        {
            Context[$"steps.{id}.outcome"] = outcome;
            foreach (var (key, value) in outputs)
            {
                Context[$"steps.{id}.outputs.{key}"] = value;
            }
        }
    }

    private bool PlayAction(string name, string used, YamlNode step, Dictionary<string, string> outputs)
    {
        var folder = Path.Combine(Workspace, used[2..]);
        var action = Yaml.Read(File.ReadAllText(Path.Combine(folder, "action.yml")));
        var inner = Context.Where(pair => !pair.Key.StartsWith("steps.", StringComparison.Ordinal) && !pair.Key.StartsWith("inputs.", StringComparison.Ordinal) && !pair.Key.StartsWith("secrets.", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        inner["success()"] = true;
        inner["failure()"] = false;
        var given = Given(step);
        given.Keys.ShouldBeSubsetOf(action.Members("inputs").Select(pair => pair.Key));
        foreach (var (input, declared) in action.Members("inputs"))
        {
            (declared.Text("required") == "true" && !given.ContainsKey(input)).ShouldBeFalse($"{name} lacks {input}");
            inner["inputs." + input] = given.GetValueOrDefault(input) ?? declared.Text("default") ?? "";
        }
        foreach (var part in action.Items("runs", "steps"))
        {
            part.Text("shell").ShouldBe("bash");
            if (!Expression.Holds(part.Text("if"), LocalRunner.Reader(inner)))
            {
                continue;
            }
            var said = new Dictionary<string, string>(StringComparer.Ordinal);
            var variables = Fill(step, "env", Context).Concat(Fill(part, "env", inner)).DistinctBy(pair => pair.Key).ToDictionary();
            var where = Path.Combine(Workspace, Expression.Fill(part.Text("working-directory") ?? ".", LocalRunner.Reader(inner)));
            var ended = PlayProcess(name, part, inner, variables, where, folder, said);
            foreach (var (key, value) in said)
            {
                inner[$"steps.{part.Text("id")}.outputs.{key}"] = value;
            }
            inner["success()"] = inner["success()"] is true && ended;
        }
        foreach (var (output, declared) in action.Members("outputs"))
        {
            if (Expression.Fill(declared.Text("value")!, LocalRunner.Reader(inner)) is { Length: > 0 } value)
            {
                outputs[output] = value;
            }
        }
        return inner["success()"] is true;
    }

    private bool PlayProcess(string name, YamlNode step, Dictionary<string, object?> context, Dictionary<string, string> variables, string where, string? actionFolder, Dictionary<string, string> outputs)
    {
        var number = ++steps;
        var script = Path.Combine(Temp, $"step-{number}.sh");
        File.WriteAllText(script, Expression.Fill(step.Text("run")!, LocalRunner.Reader(context)));
        var start = new ProcessStartInfo("bash") { WorkingDirectory = where, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in new[] { "--noprofile", "--norc", "-eo", "pipefail", script })
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment.Clear();
        foreach (var (key, value) in Variables.Concat(variables))
        {
            start.Environment[key] = value;
        }
        var files = new[] { "OUTPUT", "STEP_SUMMARY", "ENV", "PATH" }.ToDictionary(file => file, file => Path.Combine(Temp, $"{file}-{number}"));
        foreach (var (file, path) in files)
        {
            File.WriteAllText(path, "");
            start.Environment["GITHUB_" + file] = path;
        }
        if (actionFolder is not null)
        {
            start.Environment["GITHUB_ACTION_PATH"] = actionFolder;
        }
        var code = Run(name, start);
        if (run.Result == "killed")
        {
            return false;
        }
        foreach (var (key, value) in StepFiles.Read(files["OUTPUT"]))
        {
            outputs[key] = value;
        }
        new FileInfo(files["STEP_SUMMARY"]).Length.ShouldBeLessThan(1 << 20, "a step summary over 1 MiB is refused");
        run.Summary += File.ReadAllText(files["STEP_SUMMARY"]);
        return code == 0;
    }

    private int Run(string name, ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var printed = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var loss = runner.Loss is { } planned && planned.Step == name ? planned.When : null;
        var until = DateTime.UtcNow.AddMinutes(3);
        while (!process.WaitForExit(loss is null ? 60_000 : 50))
        {
            if (loss?.Invoke() == true)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                run.Result = "killed";
                return -1;
            }
            DateTime.UtcNow.ShouldBeLessThan(until, $"the step {name} does not end");
        }
        run.Log += $"== {name}\n{printed.Result}{errors.Result}";
        return process.ExitCode;
    }

    private Dictionary<string, string> Given(YamlNode step) => Fill(step, "with", Context);

    private static Dictionary<string, string> Fill(YamlNode node, string member, Dictionary<string, object?> context) =>
        node.Members(member).ToDictionary(pair => pair.Key, pair => Expression.Fill(pair.Value.Text()!, LocalRunner.Reader(context)));
}
