using FineTune.Tool;
using FineTune.Tool.CommandLine;

using var surroundings = Surroundings.OfThisProcess();
return await new Shell(surroundings).RunAsync(args);
