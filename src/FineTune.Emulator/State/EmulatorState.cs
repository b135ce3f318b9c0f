namespace FineTune.Emulator.State;

/// <summary>All that the emulator knows, on disk after each change.</summary>
internal sealed class EmulatorState : IDisposable
{
    public EmulatorState(EmulatorOptions options, Action<string> warn)
    {
        var folder = options.DataFolder;
        Directory.CreateDirectory(folder);
        Speed = options.Speed;
        Clock = new EmulatorClock(folder, warn);
        Contents = new Contents(Path.Combine(folder, "contents"));
        Files = new Shelf<StoredFile>(Path.Combine(folder, "files"), StateJson.Default.StoredFile, warn);
        Uploads = new Shelf<StoredUpload>(Path.Combine(folder, "uploads"), StateJson.Default.StoredUpload, warn);
        Jobs = new Shelf<StoredJob>(Path.Combine(folder, "jobs"), StateJson.Default.StoredJob, warn);
        Deployments = new Shelf<StoredDeployment>(Path.Combine(folder, "deployments"), StateJson.Default.StoredDeployment, warn);
        Permissions = new Shelf<StoredPermission>(Path.Combine(folder, "permissions"), StateJson.Default.StoredPermission, warn);
        Responses = new Shelf<StoredResponse>(Path.Combine(folder, "responses"), StateJson.Default.StoredResponse, warn);
        Requests = new RequestJournal(folder);
        DeleteOrphans();
        HastenJobs();
    }

    /// <summary>How fast new jobs move.</summary>
    public double Speed { get; }

    public EmulatorClock Clock { get; }

    public Contents Contents { get; }

    public Shelf<StoredFile> Files { get; }

    public Shelf<StoredUpload> Uploads { get; }

    public Shelf<StoredJob> Jobs { get; }

    public Shelf<StoredDeployment> Deployments { get; }

    public Shelf<StoredPermission> Permissions { get; }

    public Shelf<StoredResponse> Responses { get; }

    public RequestJournal Requests { get; }

    public void Dispose() => Requests.Dispose();

    private void DeleteOrphans()
    {
        var known = Files.All().Select(file => file.Id)
            .Concat(Jobs.All().SelectMany(job => new[] { job.TrainingFile, job.ValidationFile ?? "" }))
            .Concat(Uploads.All().SelectMany(upload => upload.Parts.Select(part => part.Id)));
        Contents.DeleteAllBut(known.ToHashSet(StringComparer.Ordinal));
    }

    // A job keeps its speed, so that a slower restart does not move it back; a faster one moves it on.
    private void HastenJobs()
    {
        foreach (var job in Jobs.All().Where(job => !job.Settled && job.Speed < Speed))
        {
            Jobs.Change(job.Id, slow => slow with { Speed = Speed });
        }
    }
}
