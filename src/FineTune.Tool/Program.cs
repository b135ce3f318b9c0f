using FineTune.Providers.Exec;
using FineTune.Tool;
using FineTune.Tool.Terminal;

if (args is [TrainerKeeper.Verb, .. var rest])
{
    return await TrainerKeeper.RunAsync(rest, TimeProvider.System); // started by a release, never by a person
}
using var surroundings = Surroundings.OfThisProcess();
return await new Shell(surroundings).RunAsync(args);
