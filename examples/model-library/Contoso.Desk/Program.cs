using Contoso.Models;

foreach (var model in FineTunedModels.All)
{
    Console.WriteLine($"{model.Name} {model.Version}: {model.Id}, tuned from {model.BaseModel}");
}
