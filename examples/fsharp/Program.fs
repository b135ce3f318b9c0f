open Contoso.Kitchen

printfn "%s, version %d" FineTunedModels.UnitConverter.Id FineTunedModels.UnitConverter.Version
