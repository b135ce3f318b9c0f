using System.Net;
using FineTune.Core.Catalog;
using FineTune.Emulator.Azure;
using FineTune.Emulator.Chat;
using FineTune.Emulator.Faults;
using FineTune.Emulator.Files;
using FineTune.Emulator.Graders;
using FineTune.Emulator.Jobs;
using FineTune.Emulator.Models;
using FineTune.Emulator.Responses;
using FineTune.Emulator.State;
using FineTune.Emulator.Training;
using FineTune.Emulator.Uploads;

namespace FineTune.Emulator.Hosting;

/// <summary>A running emulator.</summary>
internal sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly EmulatorState state;
    private readonly JobChecks checks;

    private EmulatorServer(WebApplication app, EmulatorState state, JobChecks checks)
    {
        this.app = app;
        this.state = state;
        this.checks = checks;
    }

    /// <summary>The address to give to a client, without a slash at the end.</summary>
    public Uri BaseAddress => new(new Uri(app.Urls.First()), "/v1");

    /// <summary>Starts to listen. The caller holds the lock of the data folder.</summary>
    /// <exception cref="IOException">The port or the folder cannot be used.</exception>
    public static async Task<EmulatorServer> StartAsync(EmulatorOptions options, FaultList faults, TextWriter errors)
    {
        var state = new EmulatorState(options, warning => errors.WriteLine($"finetune-emulator: {warning}"));
        var models = new BaseModels(ModelCatalog.All());
        var checks = new JobChecks(state, new FileCheck(state, models), errors);
        var app = Build(options);
        var exchange = new Exchange(state, faults, new JobEnds(state), options.Verbose, errors);
        app.Use(exchange.HandleAsync);
        Compose(state, models, checks).Map(app);
        var host = new EmulatorServer(app, state, checks);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
        checks.Resume();
        return host;
    }

    /// <summary>Waits for Ctrl-C, SIGTERM, or the end of another process.</summary>
    public async Task WaitAsync(int? parentId)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        if (parentId is { } id)
        {
            await ParentProcess.WaitForExitAsync(id, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await app.StopAsync();
        }
        await app.WaitForShutdownAsync();
    }

    public async ValueTask DisposeAsync()
    {
        checks.Dispose();
        await app.DisposeAsync();
        state.Dispose();
    }

    // Nothing is read from the environment, a settings file or the current folder: no setting can open another address.
    private static WebApplication Build(EmulatorOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }

    private static Routes Compose(EmulatorState state, BaseModels models, JobChecks checks)
    {
        var profile = ProfileCatalog.Find("openai") ?? throw new InvalidOperationException("the catalog has no profile openai");
        var tuned = new TunedModels(state);
        var deployments = new Deployments(state);
        var files = new FileRoutes(state);
        var replies = new Replies(state, models, tuned, deployments);
        return new Routes(
            files,
            new UploadRoutes(state, files),
            new JobRoutes(state, models, new JobRequest(state, models, tuned, profile), checks),
            new GraderRoutes(profile),
            new PermissionRoutes(state, tuned),
            new ModelRoutes(state, models, tuned),
            new ChatRoutes(state, replies),
            new ResponseRoutes(state, replies),
            new DeploymentRoutes(state, deployments, models, tuned),
            new AdminRoutes(state));
    }
}
