using CairnAndKettle.Support;

Console.WriteLine($"support-bot is {FineTunedModels.SupportBot.Id}");
