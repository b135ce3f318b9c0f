using FineTune.Fuzz;

return args switch
{
    [] => FuzzCommand.Usage(),
    _ => FuzzCommand.Run(args),
};
