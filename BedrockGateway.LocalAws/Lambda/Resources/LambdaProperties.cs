using System.Globalization;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Resources;

/// <summary>Reads a resource's properties, where CloudFormation lets numbers come as text.</summary>
internal static class LambdaProperties
{
    public static string? Text(this JsonObject properties, string name) => properties[name]?.ToString();

    /// <exception cref="AwsFault"><c>ValidationException</c> (400): the property is missing.</exception>
    public static string RequiredText(this JsonObject properties, string name) =>
        properties.Text(name) ?? throw new AwsFault("ValidationException", $"#: required key [{name}] not found");

    /// <exception cref="AwsFault"><c>InvalidParameterValueException</c> (400): no number, or out of range.</exception>
    public static int Number(this JsonObject properties, string name, int otherwise, int least, int most)
    {
        if (properties.Text(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw LambdaFaults.InvalidParameter($"{name} is '{text}'; allowed is {least} to {most}.");
    }
}
