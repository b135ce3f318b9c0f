using FineTune.Emulator.Azure;
using FineTune.Emulator.Chat;
using FineTune.Emulator.Files;
using FineTune.Emulator.Graders;
using FineTune.Emulator.Http;
using FineTune.Emulator.Jobs;
using FineTune.Emulator.Models;
using FineTune.Emulator.Responses;
using FineTune.Emulator.Uploads;

namespace FineTune.Emulator.Hosting;

/// <summary>All addresses that the emulator answers.</summary>
internal sealed class Routes(
    FileRoutes files, UploadRoutes uploads, JobRoutes jobs, GraderRoutes graders, PermissionRoutes permissions, ModelRoutes models, ChatRoutes chat, ResponseRoutes responses,
    DeploymentRoutes deployments, AdminRoutes admin)
{
    public void Map(IEndpointRouteBuilder app)
    {
        MapApi(app.MapGroup("/v1"), azure: false);
        MapApi(app.MapGroup("/openai/v1"), azure: true);
        app.MapPut(DeploymentRoutes.Path, To(deployments.PutAsync, azure: true));
        app.MapGet(DeploymentRoutes.Path, To(deployments.GetAsync, azure: true));
        app.MapDelete(DeploymentRoutes.Path, To(deployments.DeleteAsync, azure: true));
        app.MapGet("/_emulator/requests", To(admin.RequestsAsync, azure: false));
        app.MapPost("/_emulator/clock", To(admin.AdvanceAsync, azure: false));
    }

    private void MapApi(RouteGroupBuilder api, bool azure)
    {
        api.MapPost("/files", To(files.CreateAsync, azure));
        api.MapGet("/files", To(files.ListAsync, azure));
        api.MapGet("/files/{id}", To(files.GetAsync, azure));
        api.MapGet("/files/{id}/content", To(files.ContentAsync, azure));
        api.MapDelete("/files/{id}", To(files.DeleteAsync, azure));

        api.MapPost("/uploads", To(uploads.CreateAsync, azure));
        api.MapPost("/uploads/{id}/parts", To(uploads.AddPartAsync, azure));
        api.MapPost("/uploads/{id}/complete", To(uploads.CompleteAsync, azure));
        api.MapPost("/uploads/{id}/cancel", To(uploads.CancelAsync, azure));

        api.MapPost("/fine_tuning/jobs", To(jobs.CreateAsync, azure));
        api.MapGet("/fine_tuning/jobs", To(jobs.ListAsync, azure));
        api.MapGet("/fine_tuning/jobs/{id}", To(jobs.GetAsync, azure));
        api.MapPost("/fine_tuning/jobs/{id}/cancel", To(jobs.CancelAsync, azure));
        api.MapPost("/fine_tuning/jobs/{id}/pause", To(jobs.PauseAsync, azure));
        api.MapPost("/fine_tuning/jobs/{id}/resume", To(jobs.ResumeAsync, azure));
        api.MapGet("/fine_tuning/jobs/{id}/events", To(jobs.EventsAsync, azure));
        api.MapGet("/fine_tuning/jobs/{id}/checkpoints", To(jobs.CheckpointsAsync, azure));

        api.MapPost("/fine_tuning/alpha/graders/validate", To(graders.ValidateAsync, azure));
        api.MapPost("/fine_tuning/alpha/graders/run", To(graders.RunAsync, azure));

        api.MapPost("/fine_tuning/checkpoints/{checkpoint}/permissions", To(permissions.CreateAsync, azure));
        api.MapGet("/fine_tuning/checkpoints/{checkpoint}/permissions", To(permissions.ListAsync, azure));
        api.MapDelete("/fine_tuning/checkpoints/{checkpoint}/permissions/{id}", To(permissions.DeleteAsync, azure));

        api.MapGet("/models", To(models.ListAsync, azure));
        api.MapGet("/models/{**id}", To(models.GetAsync, azure));
        api.MapDelete("/models/{**id}", To(models.DeleteAsync, azure));

        api.MapPost("/chat/completions", To(chat.CreateAsync, azure));

        api.MapPost("/responses", To(responses.CreateAsync, azure));
        api.MapGet("/responses/{id}", To(responses.GetAsync, azure));
        api.MapDelete("/responses/{id}", To(responses.DeleteAsync, azure));
        api.MapPost("/responses/{id}/cancel", To(responses.CancelAsync, azure));
        api.MapGet("/responses/{id}/input_items", To(responses.InputItemsAsync, azure));
    }

    private static RequestDelegate To(Func<Call, Task<Answer>> handler, bool azure) =>
        async context => context.Features.Set(await handler(new Call(context, azure)));
}
