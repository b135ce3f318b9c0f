namespace FineTune.Tool.Tests.Ci;

/// <summary>A user's repository with the workflows that <c>init --github</c> writes, a provider, and a runner that plays them.</summary>
public abstract class CiTests : IDisposable
{
    private protected const string Caller = ".github/workflows/finetune.yml";

    protected CiTests()
    {
        Server = new CiRepository();
        Provider = new ProviderServer();
        Runner = new LocalRunner(Server);
        Runner.Variables["OPENAI_BASE_URL"] = Provider.Address;
        Runner.Secrets["finetune"] = new() { ["OPENAI_API_KEY"] = Key };
        Runner.Secrets["finetune-sync"] = new() { ["OPENAI_API_KEY"] = Key };
        Server.FineTune("init", "--github");
        Server.Write("finetune.yml", Server.Read("finetune.yml").Replace("provider: emulator", "provider: openai", StringComparison.Ordinal));
        // As somebody does who keeps the program on the machine instead of on a feed.
        Server.Write(Caller, string.Join('\n', Server.Read(Caller).Split('\n').Select(line => line.StartsWith("      version: ", StringComparison.Ordinal) ? $"      path: {ToolUnderTest.Executable}" : line)));
        Server.Commit("Begin");
        Server.Push();
    }

    private protected static string Key => "sk-" + new string('k', 32);

    private protected CiRepository Server { get; }

    private protected ProviderServer Provider { get; }

    private protected LocalRunner Runner { get; }

    private protected void PlayPush(string? commit = null) => Runner.Play(Caller, Server.Event("push", "refs/heads/main", commit));

    private protected void PlaySchedule() => Runner.Play(Caller, Server.Event("schedule", "refs/heads/main"));

    private protected string Log() => string.Join('\n', Runner.Jobs.Select(job => $"## {job.Name}: {job.Result}\n{job.Log}"));

    private protected string LockOnServer() => Server.Show("main", "finetune.lock.json");

    public void Dispose()
    {
        Runner.Dispose();
        Provider.Dispose();
        Server.Dispose();
        GC.SuppressFinalize(this);
    }
}
