using System.Xml.Linq;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary>One operation of CloudFormation.</summary>
internal interface ICloudFormationOperation
{
    /// <summary>AWS's name of it.</summary>
    string Name { get; }

    /// <summary>Answers a request with the content of its result element.</summary>
    /// <exception cref="AwsFault">The operation failed, in CloudFormation's words.</exception>
    XElement? Handle(QueryParameters form);
}
