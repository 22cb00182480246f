using System.Globalization;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Resources;

/// <summary>Reads properties that have a range.</summary>
internal static class LambdaProperties
{
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
