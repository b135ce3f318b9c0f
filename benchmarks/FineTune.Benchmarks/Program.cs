using FineTune.Benchmarks;

return args switch
{
    ["reference", var folder] => ReferenceExport.Run(folder),
    ["tokens", var encoding, var path] => TokenSpeed.Run(encoding, path, 3),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("reference FOLDER | tokens ENCODING FILE");
    return 2;
}
