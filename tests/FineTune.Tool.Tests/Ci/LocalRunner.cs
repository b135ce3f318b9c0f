using YamlDotNet.RepresentationModel;

namespace FineTune.Tool.Tests.Ci;

/// <summary>
/// Plays a workflow of a repository as GitHub's runner does: jobs in the order of their needs, each in a fresh folder, each step a process
/// of bash with the runner's variables. What others publish (checkout, artifacts, …) is played by <see cref="StandIns"/>.
/// </summary>
internal sealed class LocalRunner(CiRepository repository) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("finetune-runner-").FullName;

    private int machines;

    public CiRepository Repository { get; } = repository;

    /// <summary>Variables of the machine that every step sees.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["FINETUNE_TODAY"] = "2026-06-01" };

    /// <summary>Secrets by environment; under "" those of the repository.</summary>
    public Dictionary<string, Dictionary<string, string>> Secrets { get; } = new() { [""] = [] };

    /// <summary>Where the machine of a job is lost: its step, and when.</summary>
    public (string Step, Func<bool> When)? Loss { get; set; }

    /// <summary>The one job of the workflow to play, with what it calls; null for all.</summary>
    public string? Only { get; set; }

    /// <summary>The jobs of the last run.</summary>
    public List<JobRun> Jobs { get; } = [];

    public string Artifacts => Path.Combine(folder, "artifacts");

    public JobRun Job(string name) => Jobs.Single(job => job.Name == name);

    /// <summary>Plays a workflow for an event.</summary>
    /// <param name="workflow">Its path in the repository.</param>
    /// <param name="gitHub">What the <c>github</c> context holds for it: event_name, ref, ref_name, ref_type, sha and more.</param>
    public void Play(string workflow, Dictionary<string, object?> gitHub)
    {
        Jobs.Clear();
        Play(workflow, "", gitHub, [], []);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Play(string workflow, string prefix, Dictionary<string, object?> gitHub, Dictionary<string, object?> inputs, Dictionary<string, string> secrets)
    {
        var file = Yaml.Read(Repository.Show((string)gitHub["sha"]!, workflow));
        foreach (var (name, declared) in file.Members("on", "workflow_call", "inputs"))
        {
            inputs.TryAdd(name, declared.Text("default") is { } value ? declared.Text("type") == "boolean" ? value == "true" : value : null);
        }
        var runs = new Dictionary<string, JobRun>(StringComparer.Ordinal);
        foreach (var (id, job) in file.Members("jobs").Where(pair => prefix.Length > 0 || Only is null || pair.Key == Only))
        {
            var run = new JobRun(prefix + id);
            var needs = (job.Find("needs") switch { YamlScalarNode one => [one.Value!], YamlSequenceNode list => list.Select(item => item.Text()!), _ => Array.Empty<string>() }).ToList();
            var context = Context(gitHub, inputs, [], needs.ToDictionary(need => need, need => runs[need]));
            context["success()"] = needs.All(need => runs[need].Result == "success");
            context["failure()"] = needs.Any(need => runs[need].Result is "failure" or "killed");
            runs[id] = run;
            if (!Expression.Holds(job.Text("if"), Reader(context)))
            {
                run.Result = "skipped";
                Jobs.Add(run);
            }
            else if (job.Text("uses") is { } called)
            {
                var given = job.Members("with").ToDictionary(pair => pair.Key, pair => (object?)Expression.Fill(pair.Value.Text()!, Reader(context)));
                run.Result = Play(called[2..], $"{run.Name}/", gitHub, given, job.Text("secrets") == "inherit" ? Secrets[""] : []);
                Jobs.Add(run);
            }
            else
            {
                Jobs.Add(run);
                var environment = Expression.Fill(job.Text("environment") ?? "", Reader(context));
                var known = secrets.Concat(environment.Length > 0 ? Secrets.GetValueOrDefault(environment) ?? [] : []).ToDictionary(pair => pair.Key, pair => pair.Value);
                Play(job, run, Context(gitHub, inputs, known, needs.ToDictionary(need => need, need => runs[need])));
            }
        }
        return runs.Values.All(run => run.Result is "success" or "skipped") ? "success" : "failure";
    }

    private void Play(YamlNode job, JobRun run, Dictionary<string, object?> context)
    {
        var machine = new Machine(Path.Combine(folder, $"{++machines}-{run.Name.Replace('/', '-')}"), run, this, context);
        foreach (var step in job.Items("steps"))
        {
            machine.Play(step);
            if (run.Result == "killed")
            {
                return;
            }
        }
        foreach (var (name, value) in job.Members("outputs"))
        {
            run.Outputs[name] = Expression.Fill(value.Text()!, Reader(machine.Context));
        }
    }

    internal static Func<string, object?> Reader(Dictionary<string, object?> context) => name =>
        context.TryGetValue(name, out var value) ? value
        : name.Split('.')[0] is "github" or "inputs" or "secrets" or "steps" or "needs" or "runner" ? null
        : throw new InvalidOperationException($"nothing is called {name}");

    private static Dictionary<string, object?> Context(Dictionary<string, object?> gitHub, Dictionary<string, object?> inputs, Dictionary<string, string> secrets, Dictionary<string, JobRun> needs)
    {
        var context = new Dictionary<string, object?>(StringComparer.Ordinal) { ["success()"] = true, ["failure()"] = false, ["cancelled()"] = false, ["always()"] = true };
        foreach (var (name, value) in gitHub)
        {
            context["github." + name] = value;
        }
        foreach (var (name, value) in inputs)
        {
            context["inputs." + name] = value;
        }
        foreach (var (name, value) in secrets)
        {
            context["secrets." + name] = value;
        }
        foreach (var (need, run) in needs)
        {
            foreach (var (name, value) in run.Outputs)
            {
                context[$"needs.{need}.outputs.{name}"] = value;
            }
        }
        return context;
    }
}
