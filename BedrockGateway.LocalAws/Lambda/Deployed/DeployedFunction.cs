namespace BedrockGateway.LocalAws.Lambda.Deployed;

/// <summary>What a process needs to be a deployed function.</summary>
/// <param name="Name">Name of the function.</param>
/// <param name="Handler">Its handler; on a managed .NET runtime the name of the assembly.</param>
/// <param name="Revision">Another one with every change of code or configuration.</param>
/// <param name="Package">Where its zip file can be fetched; <see langword="null"/> where it has none.</param>
/// <param name="Environment">
/// Environment variables: the function's own, and those that Lambda sets, without <c>LAMBDA_TASK_ROOT</c>.
/// </param>
internal sealed record DeployedFunction(
    string Name, string? Handler, string Revision, string? Package, IReadOnlyDictionary<string, string> Environment);
