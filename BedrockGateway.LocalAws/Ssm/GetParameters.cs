namespace BedrockGateway.LocalAws.Ssm;

/// <summary>SSM <c>GetParameters</c>: reads several, and names those that are not there.</summary>
/// <remarks>
/// Ignores <c>WithDecryption</c>: values are held in clear.
/// Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
/// </remarks>
internal static class GetParameters
{
    public static Response Handle(Request request, ParameterStore store, LocalAwsOptions options)
    {
        var names = request.Names.Distinct().ToArray();
        var found = names.Select(store.Find).OfType<Parameter>().ToArray();
        return new(
            [.. found.Select(parameter => ParameterItem.From(parameter, options))],
            [.. names.Except(found.Select(parameter => parameter.Name))]);
    }

    internal sealed record Request(string[] Names);

    internal sealed record Response(ParameterItem[] Parameters, string[] InvalidParameters);
}
