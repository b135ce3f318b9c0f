using FineTune.Emulator.Hosting;

return await Startup.RunAsync(args, Console.Out, Console.Error);
