using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>UpdateTerminationProtection</c>: whether <c>DeleteStack</c> is refused.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateTerminationProtection.html
/// </remarks>
internal sealed class UpdateTerminationProtection(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(UpdateTerminationProtection);

    /// <exception cref="AwsFault"><c>ValidationError</c>: there is no such stack.</exception>
    public XElement Handle(QueryParameters form)
    {
        var stack = stacks.Get(StackNames.Read(form));
        stack.Change(state => state with { TerminationProtection = form["EnableTerminationProtection"] is "true" });
        return new("UpdateTerminationProtectionResult", new XElement("StackId", stack.Id));
    }
}
